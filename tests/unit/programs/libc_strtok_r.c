// expect: PASS, outcomes 1
// strtok_r keeps its place where the caller says.
#include <string.h>

int main(void)
{
    char texts[2][8] = {"a b", "c d"};
    int words = 0;
    #pragma omp parallel for num_threads(2) reduction(+ : words)
    for (int i = 0; i < 2; i++) {
        char *rest;
        for (char *w = strtok_r(texts[i], " ", &rest); w;
             w = strtok_r(NULL, " ", &rest))
            words++;
    }
    return words;
}
