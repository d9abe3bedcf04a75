"""Searches the same codes with faiss on one thread, once for every line it reads.

usage: peers.py DIR QUERIES
Says on one line of JSON for each method what was built; then reads the name of a
method a line, searches the first QUERIES queries with it and says how long it took.
"""
import json
import resource
import sys
import time

import faiss
import numpy as np

RADIUS = 31
HASHES, BITS, FLIPS = 16, 16, 1  # the least with which MultiHash is exact at the radius


def rss():
    """Bytes of memory in use now."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


def multihash():
    index = faiss.IndexBinaryMultiHash(256, HASHES, BITS)
    index.nflip = FLIPS
    return index


def tell(**what):
    print(json.dumps(what), flush=True)


def build(name, index, codes):
    before, start = rss(), time.process_time()
    index.add(codes)
    spent = time.process_time() - start
    tell(what="faiss " + name, n=len(codes), build_s=spent, bytes_per_code=(rss() - before) / len(codes))
    return index


def read(path):
    return np.fromfile(path, dtype=np.uint8).reshape(-1, 32)


def main():
    faiss.omp_set_num_threads(1)
    codes = read(sys.argv[1] + "/codes.bin")
    queries = read(sys.argv[1] + "/queries.bin")[: int(sys.argv[2])]
    indexes = {
        "flat": build("flat", faiss.IndexBinaryFlat(256), codes),
        "multihash": build("multihash", multihash(), codes),
    }
    for line in sys.stdin:
        start = time.process_time()
        limits, _, _ = indexes[line.strip()].range_search(queries, RADIUS + 1)  # faiss finds what is nearer than the radius
        spent = time.process_time() - start
        tell(us_per_query=spent / len(queries) * 1e6, hits=int(limits[-1]))


main()
