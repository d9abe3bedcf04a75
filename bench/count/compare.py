"""Side by side: atleast, CP-SAT and HiGHS on the same graphs, one after another.

usage: compare.py graphs FOLDER BENCH LIMIT     a table of all .col files in FOLDER
       compare.py middle FILE LIMIT             the middle cases, against CP-SAT
       compare.py scale                         a table of the lines that "scale" wrote
"""

import json
import math
import os
import subprocess
import sys
from multiprocessing import Process, Queue

import peers


def apart(queue, path, name, limit):
    queue.put(peers.graph(path, name, limit))


def peer(path, name, limit):
    """Run a peer in a process of its own, and end it where it does not stop."""
    queue = Queue()
    process = Process(target=apart, args=(queue, path, name, limit))
    process.start()
    try:
        return queue.get(timeout=3 * limit + 30)
    except Exception:  # it neither answered nor stopped
        return {"bound": 0, "value": None, "proven": False, "seconds": math.inf}
    finally:
        process.kill()
        process.join()


def own(bench, path, limit):
    out = subprocess.run([bench, "solve", "-budget", f"{limit}s", path], check=True, capture_output=True, text=True)
    return json.loads(out.stdout)


def shown(r):
    text = f"**{r['bound']}**" if r["proven"] else f"{r['bound']}..{'?' if r['value'] is None else r['value']}"
    return f"{text} | {r['seconds']:.2f}"


def ratio(ours, others):
    """How many times sooner: "at least" where a peer has not proven it."""
    if not ours["proven"]:
        return "-"
    least = [(o["seconds"], o["proven"]) for o in others]
    proven = [s for s, p in least if p]
    seconds = min(proven) if proven else min(s for s, _ in least)
    times = seconds / max(ours["seconds"], 0.001)
    return ("" if proven else ">") + (f"{times:.0f}" if times >= 10 else f"{times:.1f}")


def graphs(folder, bench, limit):
    known = json.load(open(os.path.join(folder, "known.json")))
    print("| graph | vertices | edges | known | atleast | s | checked, s | CP-SAT | s | HiGHS | s | sooner than both, times |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    fine, sums = True, [0.0, 0.0, 0.0]
    for file in sorted(os.listdir(folder)):
        name, extension = os.path.splitext(file)
        if extension != ".col":
            continue
        path = os.path.join(folder, file)
        o = own(bench, path, limit)
        ours = {"bound": o["floor"], "value": o["world"], "proven": o["exact"], "seconds": o["seconds"]}
        others = [peer(path, which, limit) for which in ("cpsat", "highs")]
        checked = f"{o['checking_seconds']:.2f}" if o["checked"] == "" else "REFUSED"
        values = {r["bound"] for r in [ours] + others if r["proven"]}
        if len(values) > 1 or name in known and values - {known[name]} or o["checked"]:
            fine = False
            checked += " DISAGREES"
        for i, r in enumerate([ours] + others):
            sums[i] += min(r["seconds"], 3 * limit)
        print(f"| {name} | {o['vertices']} | {o['edges']} | {known.get(name, '')} | {shown(ours)} | {checked} |"
              f" {shown(others[0])} | {shown(others[1])} | {ratio(ours, others)} |", flush=True)
    print(f"| all | | | | | {sums[0]:.1f} | | | {sums[1]:.1f} | | {sums[2]:.1f} | |")
    return fine


def scale(lines):
    """Times and memory by size, and the exponent e of time ~ size^e."""
    rows = [json.loads(line) for line in lines if line.startswith("{")]
    print("| sightings | floor | exact | read, s | count, s | most memory, MiB | checked, s | most memory, MiB |")
    print("|--:|--:|---|--:|--:|--:|--:|--:|")
    for r in rows:
        print(f"| {r['sightings']} | {r['floor']} | {str(r['exact']).lower()} | {r['read_seconds']:.2f} |"
              f" {r['count_seconds']:.2f} | {r['peak_mib']} | {r['check_seconds']:.2f} | {r['peak_checked_mib']} |")
    if len(rows) > 1:
        slope = exponent([(r["sightings"], r["read_seconds"] + r["count_seconds"]) for r in rows])
        print(f"\nReading and counting together take time that grows like n^{slope:.2f} over these sizes.")
    return bool(rows)


def exponent(points):
    """The slope of the least-squares line through the logarithms."""
    xs, ys = [math.log(n) for n, _ in points], [math.log(t) for _, t in points]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)


if __name__ == "__main__":
    if sys.argv[1] == "graphs":
        good = graphs(sys.argv[2], sys.argv[3], float(sys.argv[4]))
    elif sys.argv[1] == "scale":
        good = scale(sys.stdin)
    else:
        good = peers.middle(sys.argv[2], float(sys.argv[3]))
    sys.exit(0 if good else 1)
