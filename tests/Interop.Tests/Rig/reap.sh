#!/bin/bash
# Ends what a test run started once the run is gone: reads process ids, one a line; at the end of the input ends those that still run.
# A process is known by its id and its start time, so that a reused id is nobody's.
set -u
declare -A start_times

# Empty when there is no such process or only what is left of one, a zombie.
start_time() {
    local stat
    { read -r stat < "/proc/$1/stat"; } 2> /dev/null || return 0
    set -- ${stat##*) }
    [ "$1" = Z ] || echo "${20}"
}

while read -r pid; do start_times[$pid]=$(start_time "$pid"); done

for signal in TERM KILL; do
    left=no
    for pid in "${!start_times[@]}"; do
        started=${start_times[$pid]}
        if [ -n "$started" ] && [ "$(start_time "$pid")" = "$started" ]; then
            kill -"$signal" "$pid" 2> /dev/null
            left=yes
        fi
    done
    [ $left = no ] || sleep 2
done
