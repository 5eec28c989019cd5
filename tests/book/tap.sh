# shellcheck shell=sh
# Tests in shell that speak TAP. Source this, call ok once a test, end with done_testing.
#
#   ok "what is true" COMMAND…    the command's output is shown when it fails
#
# $scratch is a folder of the test's own, gone at the end.

tests=0 failures=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

ok() {
    tap_name=$1
    shift
    tests=$((tests + 1))
    if "$@" >"$scratch/tap.out" 2>&1; then
        echo "ok $tests - $tap_name"
    else
        failures=$((failures + 1))
        echo "not ok $tests - $tap_name"
        sed 's/^/  # /' "$scratch/tap.out"
    fi
}

skip() { # skip NAME REASON
    tests=$((tests + 1))
    echo "ok $tests - $1 # SKIP $2"
}

done_testing() {
    echo "1..$tests"
    [ "$failures" = 0 ]
}
