#!/bin/sh
# README, man page, --help, completions and the code say the same. TAP.
set -u
cd "$(dirname "$0")/../.." || exit 70
number=0
failed=0

# says FILE WORD: the file holds the word.
says() {
    number=$((number + 1))
    if grep -qF -- "$2" "$1"; then
        echo "ok $number - $1 says $2"
    else
        echo "not ok $number - $1 says $2"
        failed=1
    fi
}

page=tests/grade/grade.1
help=build/test/help
mkdir -p build/test
build/grade --help >"$help"

# Options: what --help knows, the man page and the completions know.
for option in $(grep -oE -- '--[a-z]+' "$help" | sort -u); do
    says "$page" "Fl Fl ${option#--}"
    case $option in
    --usage) ;;
    --times) says tests/grade/completion.zsh "$option" ;;
    *)
        says tests/grade/completion.bash "$option"
        says tests/grade/completion.zsh "$option"
        ;;
    esac
done

# Commands: those in the code are in every text.
for command in $(grep -oE '\{"[a-z]+", command_' tests/grade/main.c | sed 's/{"//; s/".*//'); do
    says "$help" "  $command"
    says "$page" ".It Cm $command"
    says tests/grade/completion.bash " $command"
    says tests/grade/completion.zsh "'$command:"
done

# Verdicts: each of verdict.h, with the same sentence.
sed -n 's/^ *X(\([A-Z_]*\), "\(.*\)").*/\1|\2/p' tests/interleave/verdict.h >build/test/verdicts
while IFS='|' read -r verdict meaning; do
    says "$page" ".It $verdict"
    says "$page" "${meaning#?}."
done <build/test/verdicts

# Verbs: each that the README names is in the Makefile, and each there in `make help`.
for verb in $(grep -oE '(^|`| )make [a-z]+' README.md | sed 's/.*make //' | sort -u); do
    case $verb in git) continue ;; esac
    says Makefile "## $verb:"
done
echo "1..$number"
exit $failed
