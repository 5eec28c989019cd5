// expect: RACE, on the hidden state of strtok
// strtok keeps its place in one variable that all threads share.
#include <string.h>

int main(void)
{
    char texts[2][8] = {"a b", "c d"};
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++)
        for (char *w = strtok(texts[i], " "); w; w = strtok(NULL, " "))
            continue;
    return 0;
}
