// expect: PASS, outcomes 1, arguments -t 3 name -v --wide=5
// getopt keeps its place in the arguments: each execution begins at the first.
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments)
{
    static const struct option names[] = {{"wide", required_argument, NULL, 'w'},
                                          {NULL, 0, NULL, 0}};
    int letter, times = 0, verbose = 0, wide = 0, sum = 0;
    while ((letter = getopt_long(count, arguments, "t:v", names, NULL)) != -1)
        switch (letter) {
        case 't': times = atoi(optarg); break;
        case 'v': verbose = 1; break;
        case 'w': wide = atoi(optarg); break;
        default: return 2;
        }
    #pragma omp parallel num_threads(2) reduction(+ : sum)
    {
        #pragma omp critical
        sum += times;
    }
    printf("%d %d %d, then %s\n", sum, verbose, wide, arguments[optind]);
    return optind == 5 ? 0 : 1;
}
