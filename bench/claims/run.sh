#!/usr/bin/env bash
# Measures how well and how fast reports are read, and prints a table in Markdown.
# What needs ../shared is left out where that is absent; what needs a package
# registry (quantulum3, Recognizers-Text) is left out where there is none.
#
# usage: bench/claims/run.sh        (from anywhere; make bench-claims)
set -euo pipefail
cd "$(dirname "$0")/../.."
shared=../shared
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

row() { printf '| %s | %s | %s |\n' "$1" "$2" "$3"; }

echo "Measured on $(date -u +%F), $(nproc) cores, $(go version | cut -d' ' -f3,4)."
echo
row what measured asked
row --- --- ---

tested() { # label, package, test, asked: the last "N of M" that the test logs
  local figure
  figure=$(go test -count=1 -v -run "^$3\$" "$2" 2>&1 | grep -oE '[0-9]+ of [0-9]+( \([0-9.]+ %\))?(, [0-9]+ out of scope)?' | grep -v 'want' | tail -1 || true)
  row "$1" "${figure:-not measured}" "$4"
}
if [ -d "$shared/gold" ]; then
  seeds=$(go test -count=1 -v -run '^TestSeeds$' ./claim 2>&1 | grep -oE '[0-9]+ quantities, [0-9]+ statements, [0-9]+ statements missed' | head -1)
  row "seeds (9 quantities, 24 statements)" "$seeds" "9 and at least 21"
fi
if [ -d "$shared/corpora" ]; then
  for lang in en ru uk; do
    figure=$(go test -count=1 -v -run "^TestNumeralsCorpus\$/^$lang\$" ./claim/numeral 2>&1 | grep -oE '[0-9]+ of [0-9]+' | tail -1)
    row "numerals, $lang" "$figure" "99 %"
  done
  tested "Recognizers NumberModel" ./claim/numeral TestNumberModel "97 %"
  tested "Recognizers NumberRangeModel" ./claim/numeral TestNumberRangeModel "97 %"
  tested "Recognizers DimensionModel" ./claim/numeral TestDimensionModel "90 %"
  tested "Recognizers DateTimeModel, dates and spans of days" ./claim/calendar TestDateTimeModel "85 %"
fi
go build -o "$work/read" ./bench/claims/read
if [ -f "$shared/score/polnear.py" ]; then
  dev=$shared/corpora/polnear/data/dev
  "$work/read" "$dev"/text/*.txt >"$work/dev.jsonl"
  python3 "$shared/score/polnear.py" "$dev" "$work/dev.jsonl" >"$work/polnear.txt"
  while read -r name p r f rest; do
    case $name in
    AQ) row "PolNeAR dev, AQ (P R F1)" "$p $r **$f**" "85" ;;
    AQS) row "PolNeAR dev, AQS" "$p $r **$f**" "76" ;;
    source | cue) row "PolNeAR dev, exact $name" "$p $r **$f**" "62" ;;
    content) row "PolNeAR dev, exact content" "$p $r **$f**" "45" ;;
    wrong) row "PolNeAR dev, wrong source" "$r % $rest" "at most 4 %" ;;
    esac
  done < <(tail -n +2 "$work/polnear.txt")
fi
speed=$(go test -run '^$' -bench '^BenchmarkRead$' -benchtime 2s -cpu 1 ./claim | grep -oE '[0-9.]+ articles/cpu-s' | head -1)
row "a page of 10 MB" "$("$work/read" -large)" "bounded memory"
row "articles of 5 kB a second of processor time, one core" "$speed" "60"

if [ -d "$shared/seeds" ]; then
  echo
  bash bench/claims/rivals.sh "$work" "$shared/seeds"
fi

echo
go run ./bench/claims/origins
for held in heldout unseen fresh last final newest sealed blind; do
  echo
  echo "$held"
  go run ./bench/claims/origins -stories "corroborate/testdata/$held"
done

echo
go run ./bench/claims/figures
