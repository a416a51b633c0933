#!/bin/bash
# One shard of a batch job: sbatch --array=1-8 array.sh pools rows.parquet out.parquet [OPTION]...
#
# Ids must run from 1 without gaps: their number is the number of shards. A task that is requeued goes on
# where it was killed; its log is appended to, because Slurm would begin it anew.
#SBATCH --job-name=rotation
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=rotation-%A-%a.log
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=400M
set -u
kind=$1 rows=$2 out=$3
shift 3
if [ "${SLURM_ARRAY_TASK_MIN:?start this with sbatch --array}" != 1 ] ||
  [ "$SLURM_ARRAY_TASK_MAX" != "$SLURM_ARRAY_TASK_COUNT" ]; then
  echo "--array is ${SLURM_ARRAY_TASK_MIN}-${SLURM_ARRAY_TASK_MAX}; it must be 1-N without gaps" >&2
  exit 1
fi
shard=$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT
part=${out%.*}.$SLURM_ARRAY_TASK_ID-of-$SLURM_ARRAY_TASK_COUNT.${out##*.}
echo "shard $shard on $(hostname), restart ${SLURM_RESTART_COUNT:-0}" >&2
node "${ROTATION:-dist/cli.js}" batch "$kind" --in "$rows" --out "$part" --shard "$shard" --resume \
  --threads "${SLURM_CPUS_PER_TASK:-1}" "$@"
code=$?
# Rows with words in the column error are no failure of the task.
[ "$code" = 2 ] && exit 0
exit "$code"
