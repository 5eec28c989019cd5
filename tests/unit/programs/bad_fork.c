// expect: INTERNAL, says bad_fork.c:6 calls fork: a process of its own cannot be followed here
#include <unistd.h>

int main(void)
{
    return fork() < 0;
}
