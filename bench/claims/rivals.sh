#!/usr/bin/env bash
# Reads the seed articles with quantulum3 (PyPI) and Microsoft's Recognizers-Text
# (npm) and compares what they fill in with what atleast does, and how fast.
#
# usage: rivals.sh WORK_FOLDER SEEDS_FOLDER
set -euo pipefail
here=$(dirname "$0") work=$1 seeds=$2
python3 -m venv "$work/venv" >/dev/null 2>&1 && "$work/venv/bin/pip" -q install quantulum3 setuptools >/dev/null 2>&1 || true
(cd "$work" && npm init -y >/dev/null 2>&1 && npm install --silent @microsoft/recognizers-text-suite >/dev/null 2>&1) || true

echo "| reader of the seeds | numbers found of 9 | bounds kept of 6 | thing counted of 9 | kB a second |"
echo "|---|---|---|---|---|"
"$work/read" -slots "$seeds"/*.txt
if "$work/venv/bin/python" -c 'import quantulum3' 2>/dev/null; then
  "$work/venv/bin/python" "$here/rival_quantulum.py" "$seeds"/*.txt
else
  echo "| quantulum3 | not installed | | | |"
fi
if [ -d "$work/node_modules/@microsoft" ]; then
  NODE_PATH=$work/node_modules node "$here/rival_recognizers.js" "$seeds"/*.txt
else
  echo "| Recognizers-Text | not installed | | | |"
fi
