"""Prints the row of quantulum3: which of the seeds' numbers it finds, whether it
keeps their bounds and what they count, and how fast it reads."""
import sys
import time

from quantulum3 import parser

WANTED = [100, 102, 82, 130, 247, 1348, 102, 100, 483]  # 100 for "hundreds"
texts = [open(name, encoding="utf8").read() for name in sys.argv[1:]]
found = [q for text in texts for q in parser.parse(text)]
numbers = 0
left = [q.value for q in found]
for value in WANTED:
    if value in left:
        left.remove(value)
        numbers += 1
units = sum(1 for q in found if q.value == 483 and "mile" in str(q.unit.name))
start, rounds = time.perf_counter(), 5
for _ in range(rounds):
    for text in texts:
        parser.parse(text)
speed = rounds * sum(len(t.encode()) for t in texts) / 1000 / (time.perf_counter() - start)
print(f"| quantulum3 | {numbers} | 0 | {units} | {speed:.0f} |")
