#!/usr/bin/env bash
# Measures match/index and its peers on the same codes, in turns on one core.
# usage: run.sh [N...]      default: 1000000, some minutes; 10000000 takes 7 GB and the better part of an hour
# SETS, ROUNDS, PYTHON and PHOTOS may be set; PYTHON is one that has faiss-cpu and numpy.
set -euo pipefail
cd "$(dirname "$0")"
out=${OUT:-out}; mkdir -p "$out"
photos=${PHOTOS:-../../../../shared/corpora/photos/train}
python=${PYTHON:-$out/venv/bin/python}
if [ ! -x "$python" ]; then
  python3 -m venv "$out/venv"
  "$out/venv/bin/pip" -q install faiss-cpu numpy
fi
go build -o "$out/index" .
export FAISS_OPT_LEVEL=AVX2
pin=(); if command -v taskset >/dev/null; then pin=(taskset -c "${CORE:-0}"); fi
for n in "${@:-1000000}"; do
  few=$((n > 2000000 ? 40 : 300))
  for set in ${SETS:-uniform crops families}; do
    [ "$set" = crops ] && [ ! -d "$photos" ] && { echo "crops left out: no photographs in $photos" >&2; continue; }
    "${pin[@]}" python3 compare.py "${ROUNDS:-5}" \
      "$out/index" -n "$n" -set "$set" -photos "$photos" -dir "$out" -few "$few" ${FLAGS:-} \
      -- "$python" peers.py "$out" "$few"
  done
done | tee "$out/results.jsonl"
