#!/usr/bin/env bash
# Random countries through the embedded engine and through Apache Spark, in one Spark job with the
# country as a column: every cell of every indicator that Spark SQL can say must be the same.
# COUNTRIES=20 for fewer than 200. Needs Java 17; gets pyspark from PyPI on first use.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
"$top/Tools/system-packages.sh" --spark
venv="${IJKPUNT_SPARK_VENV:-$top/.build/spark-venv}"
if ! [ -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import pyspark' 2> /dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet -r "$top/Tools/spark-requirements.txt"
fi
home=$("$venv/bin/python" -c 'import pyspark, os; print(os.path.dirname(pyspark.__file__))')
export IJKPUNT_SPARK="$home/bin/spark-sql" IJKPUNT_SPARK_COUNTRIES="${COUNTRIES:-200}"
cd "$top"
swift test ${SWIFT_TEST_ARGUMENTS:--c release -Xswiftc -enable-testing --skip-build} --filter SparkEngineTests
