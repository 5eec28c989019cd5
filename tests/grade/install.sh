#!/bin/sh
# make install PREFIX=DIR: the tools, the checks, the exercises as they were
# handed out, the man pages and the completions.
set -eu
prefix=$1
cd "$(dirname "$0")/../.."
package=four-cores-one-seat
libexec=$prefix/libexec/$package
share=$prefix/share/$package

put() { # MODE FILE… FOLDER
    mode=$1
    shift
    for folder; do :; done
    install -d "$folder"
    while [ $# -gt 1 ]; do
        install -m "$mode" "$1" "$folder/"
        shift
    done
}

put 755 build/grade build/interleave "$prefix/bin"
put 755 build/checker "$libexec"
put 644 build/checks/*.so "$libexec/checks"
for exercise in build/originals/*/; do
    put 644 "$exercise"*.* "$share/exercises/$(basename "$exercise")"
done
put 644 tests/grade/grade.1 tests/interleave/interleave.1 "$prefix/share/man/man1"
install -d "$prefix/share/bash-completion/completions" "$prefix/share/zsh/site-functions"
for tool in grade interleave; do
    install -m 644 "tests/$tool/completion.bash" "$prefix/share/bash-completion/completions/$tool"
    install -m 644 "tests/$tool/completion.zsh" "$prefix/share/zsh/site-functions/_$tool"
done
echo "Installed in $prefix: bin/grade, bin/interleave and what they need."
