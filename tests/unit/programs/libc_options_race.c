// expect: RACE, on the hidden state of getopt
// getopt takes no lock: two threads that take arguments apart share its variables.
#include <unistd.h>

int main(void)
{
    #pragma omp parallel num_threads(2)
    {
        char *arguments[] = {"a", "-b", NULL};
        getopt(2, arguments, "b");
    }
    return 0;
}
