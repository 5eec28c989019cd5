// expect: FORBIDDEN, says includes atomic_capture.c
#include "../../../solutions/42-atomic-capture/atomic_capture.c"
