#!/usr/bin/env bash
# Writes the article with every indicator and its worked examples from the records.
# IJKPUNT names another program, as .build/debug/ijkpunt.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
program="${IJKPUNT:-$top/.build/release/ijkpunt}"
article="$top/Sources/Indicators/Indicators.docc/WorkedExamples.md"
"$program" indicators explain --handbook --definitions "$top/Definitions" > "$article.new"
mv "$article.new" "$article"
