// expect: RACE, on name
// %s reads the text that another thread writes.
#include <stdio.h>
#include <string.h>

static char name[16] = "nobody";

int main(void)
{
    #pragma omp parallel sections num_threads(2)
    {
        #pragma omp section
        strcpy(name, "Ada");
        #pragma omp section
        printf("%s\n", name);
    }
    return 0;
}
