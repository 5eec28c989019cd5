#!/bin/sh
# Submissions that mean harm, or do it by mistake: each costs nothing but itself.
#
# hostile/NAME.c is an answer to exercise 42 whose first line says what must come
# of it: "// expect: VERDICT, says TEXT". Graded by the real checker; what it
# prints is shown, so that the suite's two runs compare it byte by byte. TAP.
set -u
cd "$(dirname "$0")/../.." || exit 70
exercise=42-atomic-capture
work=build/test/hostile
rm -rf "$work"
mkdir -p "$work/tmp"
number=0
failed=0

# verdict NAME PROBLEM: empty when there is none.
verdict() {
    number=$((number + 1))
    if [ -z "$2" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1: $2"
        failed=1
    fi
}

# The processes that have our temporary folder in their environment.
alive() {
    grep -lsz "^TMPDIR=$PWD/$work/tmp\$" /proc/[0-9]*/environ 2>/dev/null | wc -l
}

for source in tests/grade/hostile/*.c; do
    name=$(basename "$source" .c)
    folder=$work/$name/$exercise
    mkdir -p "$folder"
    cp "$source" "$folder/atomic_capture.c"
    expected=$(sed -n '1s,^// expect: \([A-Z_]*\).*,\1,p' "$source")
    says=$(sed -n '1s,^.* says ,,p' "$source")
    out=$work/$name.out
    TMPDIR=$PWD/$work/tmp timeout 300 build/grade --plain --from "$work/$name" 42 >"$out" 2>&1
    problem=
    grep -q "^42 atomic-capture   $expected\( \|\$\)" "$out" || problem="not $expected"
    tr -s '\n ' '  ' <"$out" | grep -qF -- "$says" || problem="$problem; does not say '$says'"
    [ "$(ls -A "$work/tmp")" = "" ] || problem="$problem; left files behind"
    [ "$(ls -A "$folder")" = atomic_capture.c ] || problem="$problem; left files beside the submission"
    [ "$(alive)" -eq 0 ] || problem="$problem; left processes behind"
    verdict "$name" "$problem"
    sed 's/^/# /' "$out"
    rm -rf "${work:?}/tmp/"*
done
echo "1..$number"
exit "$failed"
