// expect: PASS, outcomes 1, arguments 1;2;3 last
// expect race: PASS, says 1 2 3 last, arguments 1;2;3 last
// What a program does to its arguments is undone before the next execution.
#include <stdio.h>
#include <string.h>

int main(int count, char **arguments)
{
    int n = 0;
    for (char *word = strtok(arguments[1], ","); word; word = strtok(NULL, ","))
        printf("%s ", word);
    printf("%s\n", arguments[count - 1]);
    arguments[count - 1] = arguments[0];
    #pragma omp parallel num_threads(2)
    {
        #pragma omp critical
        n++;
    }
    return arguments[count] ? 1 : 0;
}
