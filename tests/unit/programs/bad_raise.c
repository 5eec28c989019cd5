// expect: CRASH, says the program sent itself the signal SIGTERM
#include <signal.h>

int main(void)
{
    return raise(SIGTERM);
}
