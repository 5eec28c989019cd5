// expect: PASS, input 3 10 20 30 seats, outcomes 1
// Each execution reads its input from the beginning.
#include <assert.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    int count, value, sum = 0;
    char word[8];
    assert(scanf("%d", &count) == 1 && count == 3);
    #pragma omp parallel for num_threads(2) private(value)
    for (int i = 0; i < count; i++)
        #pragma omp critical
        if (scanf("%d", &value) == 1)
            sum += value;
    assert(sum == 60 && getchar() == ' ');
    assert(fgets(word, sizeof word, stdin) && !strcmp(word, "seats\n"));
    assert(getchar() == EOF && feof(stdin));
    return 0;
}
