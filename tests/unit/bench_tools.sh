#!/bin/sh
# bench_tools.sh - is there a race? The corpus, asked of four tools.
#
#     [ROUNDS=3] [TOOLS="race explore tsan archer"] sh tests/unit/bench_tools.sh [PROGRAM.c ...]
#
# Every expectation of RACE, PASS or VARIES in tests/unit/programs/ is a case.
# Small inputs go to all four tools; those that are expected of `race` only are
# of a size that no search ends with. A case is right when it is so in every
# round. Time is from source to answer, memory the largest process on the way.
#
#   race       build/interleave race
#   explore    build/interleave explore
#   tsan       gcc -fsanitize=thread, with libgomp, which it can't look into
#   archer     clang -fsanitize=thread with LLVM's runtime, which tells it
set -u
rounds=${ROUNDS:-3}
tools=${TOOLS:-race explore tsan archer}
archer=/usr/lib/llvm-14/lib/libarcher.so
scratch=$(mktemp -d /tmp/bench-tools-XXXXXX) || exit 1
trap 'rm -rf "$scratch"' EXIT

missing() {
    echo "bench_tools: $1 is missing (Debian: apt-get install $2); nothing was compared" >&2
    exit 2
}
command -v clang-14 >/dev/null || missing clang-14 clang-14
[ -e "$archer" ] || missing libarcher.so "libomp-14-dev libomp5-14"
[ -e /usr/lib/llvm-14/lib/clang/14.0.6/lib/linux/libclang_rt.tsan-x86_64.a ] ||
    missing "clang's ThreadSanitizer" libclang-rt-14-dev
[ -x /usr/bin/time ] || missing /usr/bin/time time
[ -x build/interleave ] || { echo "bench_tools: make tools comes first" >&2; exit 2; }

# file|group|expected|threads|flags for each expectation of the files given
cases() {
    awk '
    FNR == 1 { head = 1 }
    !/^\/\// { head = 0 }
    head && /^\/\/ expect/ {
        colon = index($0, ":")
        flags = substr($0, 10, colon - 10)
        group = sub(/^ expect/, "", flags) + sub(/^ race/, "", flags) ? "large" : "small"
        count = split(substr($0, colon + 1), item, ",")
        gsub(/ /, "", item[1])
        threads = ""
        for (i = 2; i <= count; i++) {
            if (item[i] ~ /^ threads /) threads = substr(item[i], 10)
            if (item[i] ~ /^ at random/) group = "large"
        }
        if (item[1] ~ /^(RACE|PASS|VARIES)$/ || (group == "large" && item[1] == "UNDECIDED"))
            print FILENAME "|" group "|" (item[1] == "RACE" ? "race" : "none") "|" threads "|" flags
    }' "$@"
}

# Each runs one case; its words go to $scratch/said.
# shellcheck disable=SC2086 # the flags are words
run_race() { timeout 120 build/interleave race ${threads:+-t $threads} $flags "$file"; }
# shellcheck disable=SC2086
run_explore() { timeout 120 build/interleave explore ${threads:+-t $threads} $flags "$file"; }
# shellcheck disable=SC2086
run_tsan() {
    gcc -g -w -fopenmp -fsanitize=thread $flags "$file" -o "$scratch/program" -lm &&
        OMP_NUM_THREADS=${threads:-4} TSAN_OPTIONS=atexit_sleep_ms=0 \
            timeout 120 setarch -R "$scratch/program"
}
# shellcheck disable=SC2086
run_archer() {
    clang-14 -g -w -fopenmp -fsanitize=thread $flags "$file" -o "$scratch/program" -lm &&
        OMP_NUM_THREADS=${threads:-4} OMP_TOOL_LIBRARIES=$archer \
            TSAN_OPTIONS="atexit_sleep_ms=0 ignore_noninstrumented_modules=1" \
            timeout 120 setarch -R "$scratch/program"
}

# race, none or failed
verdict() {
    case $tool in
    race | explore)
        case $(grep -Eom1 '^[A-Z]{4,} ' "$scratch/said") in
        'RACE ') echo race ;;
        'PASS ' | 'VARIES ' | 'UNDECIDED ') echo none ;;
        *) echo failed ;;
        esac ;;
    *)
        if grep -Eq 'ThreadSanitizer: (data race|heap-use-after-free)' "$scratch/said"; then
            echo race
        elif [ "$status" -ge 124 ] || [ ! -s "$scratch/program" ]; then
            echo failed
        else
            echo none
        fi ;;
    esac
}

# One line: tool group case expected got seconds KiB
ask() {
    rm -f "$scratch/program"
    /usr/bin/time -q -o "$scratch/used" -f '%e %M' sh "$0" --one "$tool" "$file" "$threads" \
        "$flags" "$scratch" >"$scratch/said" 2>&1 </dev/null
    status=$?
    echo "$tool|$group|$file$flags|$expected|$(verdict)|$(tail -n 1 "$scratch/used" | tr ' ' '|')"
}

# One case by one tool, in a process of its own so that it can be measured.
if [ "${1:-}" = --one ]; then
    trap - EXIT
    rmdir "$scratch"
    tool=$2 file=$3 threads=$4 flags=$5 scratch=$6
    "run_$tool"
    exit
fi

[ $# -gt 0 ] || set -- tests/unit/programs/*.c
cases "$@" >"$scratch/cases"
round=0
while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    while IFS='|' read -r file group expected threads flags; do
        for tool in $tools; do
            [ "$group$tool" = largeexplore ] || ask
        done
    done <"$scratch/cases"
done >"$scratch/answers"
[ -z "${KEEP:-}" ] || cp "$scratch/answers" "$KEEP"

awk -F '|' -v rounds="$rounds" -v wanted="$tools" '
{
    key = $1 SUBSEP $2 SUBSEP $3
    kind = $4 == $5 ? 0 : $5 == "failed" ? 3 : $5 == "race" ? 2 : 1
    if (!(key in worst) || kind > worst[key]) worst[key] = kind
    if (key in first && first[key] != $5) varied[key] = 1
    else first[key] = $5
    part = $1 SUBSEP $2
    seconds[part] += $6
    if ($7 > memory[part]) memory[part] = $7
}
END {
    for (key in worst) {
        split(key, field, SUBSEP)
        part = field[1] SUBSEP field[2]
        cases[part]++
        tally[part, worst[key]]++
        changing[part] += key in varied
    }
    count = split(wanted, tools, " ")
    split("small large", groups, " ")
    for (g = 1; g <= 2; g++) {
        printf "\n%s inputs, %d cases, %d rounds\n", g == 1 ? "Small" : "Large",
            cases[tools[1] SUBSEP groups[g]], rounds
        printf "  %-8s %6s %7s %12s %7s %8s %8s %9s\n", "", "right", "missed",
            "false alarm", "failed", "varied", "s/case", "peak MiB"
        for (t = 1; t <= count; t++) {
            part = tools[t] SUBSEP groups[g]
            if (cases[part])
                printf "  %-8s %6d %7d %12d %7d %8d %8.2f %9d\n", tools[t], tally[part, 0],
                    tally[part, 1], tally[part, 2], tally[part, 3], changing[part],
                    seconds[part] / cases[part] / rounds, memory[part] / 1024
        }
    }
}' "$scratch/answers"

# What interleave does not get right is a defect.
awk -F '|' '$1 ~ /race|explore/ && $4 != $5 && !seen[$1 $3]++ {
    if (!said++) print "\nWrong by interleave:"
    print "  " $1 " " $3 ": " $5 ", expected " $4
}' "$scratch/answers"
