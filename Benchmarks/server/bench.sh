#!/usr/bin/env bash
# Requests a second and waiting times of a served database: a page, a kept answer of open data, the
# same packed, and one that the reader has already. wrk keeps its connections busy (closed loop).
#
#   Benchmarks/server/bench.sh PUBLISHED.sqlite [SECONDS]
#
#   IJKPUNT_SERVER   the program, by default that of the release build
#
# On a machine with few cores wrk takes part of them: the figures are of both together.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
server="${IJKPUNT_SERVER:-$top/.build/release/ijkpunt-server}"
published=$1
seconds=${2:-10}
command -v wrk > /dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 1; }
address=$(mktemp)
"$server" --published "$published" --port 0 --definitions "$top/Definitions" > "$address" &
serving=$!
trap 'kill "$serving" 2>/dev/null || true; rm -f "$address"' EXIT
for _ in $(seq 240); do [ -s "$address" ] && break; kill -0 "$serving"; sleep 0.5; done
base=$(sed 's,/$,,' "$address")
tag=$(curl -sI "$base/ODataFeed/odata/JB-01-NED/TypedDataSet" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg); cores: $(nproc)"
printf '%-44s %10s %9s %9s %8s %9s\n' what requests/s p50 p99 errors bytes
measure() {
    local what=$1 path=$2
    shift 2
    curl -s -o /dev/null "$@" "$base$path"
    local bytes
    bytes=$(curl -s -o /dev/null -w '%{size_download}' "$@" "$base$path")
    wrk -t1 -c16 -d"${seconds}s" --latency "$@" "$base$path" | awk -v what="$what" -v bytes="$bytes" '
        /^ *50%/ { p50 = $2 } /^ *99%/ { p99 = $2 } /^Requests\/sec/ { rate = $2 }
        /Non-2xx/ { errors = $NF } /Socket errors/ { errors += $4 + $6 + $8 + $10 }
        END { printf "%-44s %10s %9s %9s %8d %9d\n", what, rate, p50, p99, errors, bytes }'
}
measure "page: national" "/"
measure "page: one indicator" "/indicatoren/JB-01"
measure "open data: 100 rows" "/ODataFeed/odata/JB-01-NED/TypedDataSet?\$top=100"
measure "open data: 100 rows, packed" "/ODataFeed/odata/JB-01-NED/TypedDataSet?\$top=100" \
    -H "Accept-Encoding: gzip"
measure "open data: a page of thousands, packed" "/ODataFeed/odata/JB-01-NED/TypedDataSet" \
    -H "Accept-Encoding: gzip"
measure "open data: known to the reader (304)" "/ODataFeed/odata/JB-01-NED/TypedDataSet" \
    -H "If-None-Match: $tag"
measure "open data: list of tables" "/ODataCatalog/Tables"
echo "memory of the server: $(sed -n 's/^VmHWM:[[:space:]]*//p' "/proc/$serving/status") at most"
