"""Lets the index and its peers search in turns, and prints the medians of the ratios.

usage: compare.py ROUNDS INDEX-COMMAND... -- PEERS-COMMAND...
A busy machine slows all of them alike, if they are asked within the same seconds.
"""
import json
import statistics
import subprocess
import sys


class Side:
    """A program that searches once for every line it is given."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def hear(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("compare.py: %s ended early" % self.process.args)
        return json.loads(line)

    def ask(self, what=""):
        print(what, file=self.process.stdin, flush=True)
        return self.hear()

    def close(self):
        self.process.stdin.close()


def main():
    rounds, command = int(sys.argv[1]), sys.argv[2:]
    middle = command.index("--")
    ours = Side(command[:middle])
    about = ours.hear()
    peers = Side(command[middle + 1:])
    flat, multihash = peers.hear(), peers.hear()
    turns = [(ours.ask(), peers.ask("flat"), ours.ask(), peers.ask("multihash")) for _ in range(rounds)]
    ours.close()
    peers.close()
    print(json.dumps(summary(about, flat, multihash, turns, ours.hear())), flush=True)


def summary(about, flat, multihash, turns, verdict):
    """One line of results: medians over the turns."""
    def median(values):
        return round(statistics.median(values), 1)

    times = [[side["us_per_query"] for side in turn] for turn in turns]
    return {
        "set": about["set"], "n": about["n"],
        "us": median(t for a, _, b, _ in times for t in (a, b)),
        "flat_us": median(t[1] for t in times), "multihash_us": median(t[3] for t in times),
        "times_flat": median(2 * t[1] / (t[0] + t[2]) for t in times),
        "times_multihash": median(2 * t[3] / (t[0] + t[2]) for t in times),
        "bytes": round(about["bytes_per_code"]), "multihash_bytes": round(multihash["bytes_per_code"]),
        "flat_bytes": round(flat["bytes_per_code"]),
        "build_s": round(about["build_s"], 1), "multihash_build_s": round(multihash["build_s"], 1),
        "same_hits": all(t[0]["hits_of_few"] == t[1]["hits"] for t in turns), "hits_of_few": turns[0][1]["hits"],
        **verdict,
    }


main()
