// expect: PASS, outcomes 1, arguments -x
// What getopt says of an option that is wrong is output of the program.
#include <stdio.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    int wrong = 0;
    while (getopt(count, arguments, "t:") == '?')
        wrong++;
    #pragma omp parallel num_threads(2)
    {
        #pragma omp critical
        wrong++;
    }
    return wrong == 3 && optopt == 'x' ? 0 : 1;
}
