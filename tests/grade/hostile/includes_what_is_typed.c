// expect: FORBIDDEN, says includes stdin
#include </dev/stdin>
