"""The reference's side of the PDQ bench.

usage: peer.py draw PHOTOS OUT       photographs at 0.2 and 7 megapixels, as JPEG
       peer.py time REPEATS FILE...  least milliseconds from file to fingerprint
       peer.py table OURS THEIRS     both, as a Markdown table

The reference is the published C++ program's own code as pdqhash binds it, fed by
Pillow, which decodes with libjpeg-turbo. Like that program it takes the nearest
pixels of 512 by 512 where either side is longer.
"""

import glob
import io
import json
import os
import statistics
import sys
import time

import numpy
import pdqhash
from PIL import Image

SIZES = {"0.2": 0.2e6, "7": 7e6}


def draw(photos, out):
    rng = numpy.random.default_rng(1)
    files = sorted(glob.glob(os.path.join(photos, "val", "*.jpg")))[::10]
    for name, pixels in SIZES.items():
        for i, file in enumerate(files):
            picture = Image.open(file).convert("RGB")
            scale = (pixels / (picture.width * picture.height)) ** 0.5
            picture = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.LANCZOS)
            grain = rng.normal(0, 2, (picture.height, picture.width, 1))
            shades = numpy.clip(numpy.asarray(picture) + grain, 0, 255).astype(numpy.uint8)
            kind = {"progressive": True} if i % 5 == 4 else {}
            Image.fromarray(shades).save(os.path.join(out, f"{name}-{i:02d}{'p' if kind else ''}.jpg"), quality=88, **kind)


def fingerprint(file):
    with open(file, "rb") as f:
        picture = Image.open(io.BytesIO(f.read())).convert("RGB")
    shades = numpy.asarray(picture)
    height, width = shades.shape[:2]
    if max(height, width) > 512:
        rows, columns = numpy.arange(512) * height // 512, numpy.arange(512) * width // 512
        shades = numpy.ascontiguousarray(shades[rows][:, columns])
    bits, _ = pdqhash.compute(shades)
    return numpy.packbits(bits.astype(numpy.uint8)).tobytes().hex()


def timed(repeats, files):
    for file in files:
        best = float("inf")
        for _ in range(repeats):
            start = time.perf_counter()
            digits = fingerprint(file)
            best = min(best, time.perf_counter() - start)
        print(json.dumps({"file": file, "pdq": digits, "ms": best * 1000}))


def table(ours, theirs):
    read = lambda path: {row["file"]: row for row in map(json.loads, open(path))}
    mine, peer = read(ours), read(theirs)
    print("| megapixels | JPEG | pictures | atleast ms | reference ms | times as fast | bits apart, worst | all that matching keeps, ms |")
    print("|---:|---|---:|---:|---:|---:|---:|---:|")
    for size in SIZES:
        for kind in ("baseline", "progressive"):
            files = [f for f in mine if os.path.basename(f).startswith(size + "-") and f.endswith("p.jpg") == (kind == "progressive")]
            mean = lambda rows, field: statistics.mean(rows[f][field] for f in files)
            apart = max(bin(int(mine[f]["pdq"], 16) ^ int(peer[f]["pdq"], 16)).count("1") for f in files)
            print(f"| {size} | {kind} | {len(files)} | {mean(mine, 'ms'):.2f} | {mean(peer, 'ms'):.2f} "
                  f"| {mean(peer, 'ms') / mean(mine, 'ms'):.1f} | {apart} | {mean(mine, 'all_ms'):.1f} |")


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "time":
        timed(int(arguments[0]), arguments[1:])
    else:
        {"draw": draw, "table": table}[command](*arguments)
