#!/bin/bash
# The outputs of all shards as one: sbatch --dependency=afterok:JOB merge.sh 8 out.parquet
#SBATCH --job-name=rotation-merge
#SBATCH --output=rotation-merge-%j.log
#SBATCH --mem-per-cpu=400M
set -u
shards=$1 out=$2
parts=()
for ((i = 1; i <= shards; i++)); do
  parts+=("${out%.*}.$i-of-$shards.${out##*.}")
done
node "${ROTATION:-dist/cli.js}" batch merge --out "$out" "${parts[@]}"
code=$?
[ "$code" = 2 ] && exit 0
exit "$code"
