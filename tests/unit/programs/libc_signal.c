// expect: PASS, outcomes 1
// A signal that the program sends itself reaches its handler.
#include <assert.h>
#include <signal.h>

static volatile sig_atomic_t seen;

static void note(int number) { seen = number; }

int main(void)
{
    assert(signal(SIGUSR1, note) == SIG_DFL);
    assert(raise(SIGUSR1) == 0 && seen == SIGUSR1);
    signal(SIGTERM, SIG_IGN);
    assert(raise(SIGTERM) == 0);
    return 0;
}
