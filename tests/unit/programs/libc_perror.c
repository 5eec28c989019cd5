// expect: PASS, outcomes 1
// errno outlives other threads' failures; strerror_r has the caller's text.
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    #pragma omp parallel num_threads(2)
    {
        char text[64];
        FILE *file = fopen("there/is/no/such.txt", "r");
        assert(!file && errno == ENOENT);
        perror("such.txt");
        snprintf(text, sizeof text, "%m");
        assert(strcmp(text, "No such file or directory") == 0);
    }
    return 0;
}
