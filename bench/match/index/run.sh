#!/usr/bin/env bash
# Measures match/index and its peers on the same codes, each on one core.
# usage: run.sh [N...]      default: 1000000 10000000
set -euo pipefail
cd "$(dirname "$0")"
out=out; mkdir -p "$out"
photos=${PHOTOS:-../../../../shared/corpora/photos/train}
if [ ! -x "$out/venv/bin/python" ]; then
  python3 -m venv "$out/venv"
  "$out/venv/bin/pip" -q install faiss-cpu numpy
fi
go build -o "$out/index" .
export FAISS_OPT_LEVEL=AVX2
pin() { if command -v taskset >/dev/null; then taskset -c 0 "$@"; else "$@"; fi; }
for n in "${@:-1000000}"; do
  for set in uniform families crops; do
    [ "$set" = crops ] && [ ! -d "$photos" ] && { echo "crops left out: no photographs in $photos" >&2; continue; }
    pin "$out/index" -n "$n" -set "$set" -photos "$photos" -dir "$out"
    few=$((n > 2000000 ? 40 : 300))
    for method in flat multihash:16:16:1; do
      pin "$out/venv/bin/python" peers.py "$out" "$set" "$method" "$few"
    done
  done
done | tee "$out/results.jsonl"
