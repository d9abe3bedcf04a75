"""Searches the same codes with faiss, one thread, and prints what run.sh collects.

usage: peers.py DIR SET METHOD [MOST_QUERIES]
METHOD is flat, or multihash:HASHES:BITS:FLIPS.
"""
import json
import resource
import sys
import time

import faiss
import numpy as np

RADIUS = 31


def rss():
    """Bytes of memory in use now."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


def make(method):
    if method == "flat":
        return faiss.IndexBinaryFlat(256)
    _, hashes, bits, flips = method.split(":")
    index = faiss.IndexBinaryMultiHash(256, int(hashes), int(bits))
    index.nflip = int(flips)
    return index


def main():
    directory, name, method = sys.argv[1:4]
    faiss.omp_set_num_threads(1)
    codes = np.fromfile(directory + "/codes.bin", dtype=np.uint8).reshape(-1, 32)
    queries = np.fromfile(directory + "/queries.bin", dtype=np.uint8).reshape(-1, 32)
    if len(sys.argv) > 4:
        queries = queries[: int(sys.argv[4])]
    before, start = rss(), time.process_time()
    index = make(method)
    index.add(codes)
    built = time.process_time() - start
    memory = rss() - before
    start = time.process_time()
    limits, _, _ = index.range_search(queries, RADIUS + 1)  # faiss finds what is nearer than the radius
    spent = time.process_time() - start
    print(json.dumps({
        "what": "faiss " + method, "set": name, "n": len(codes), "queries": len(queries),
        "us_per_query": spent / len(queries) * 1e6, "queries_per_s": len(queries) / spent,
        "hits": int(limits[-1]), "build_s": built, "bytes_per_code": memory / len(codes),
    }))


main()
