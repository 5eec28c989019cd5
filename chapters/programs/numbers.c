/* Every customer draws a number; no two draw the same. */
#include <omp.h>
#include <stdio.h>

//> draw
static int next_number = 1;

static int draw(void)
{
    int mine;

    #pragma omp atomic capture
    mine = next_number++;
    return mine;
}
//< draw

int main(void)
{
    int number[2];

    #pragma omp parallel num_threads(2) default(none) shared(number)
    number[omp_get_thread_num()] = draw();

    printf("%s\n", number[0] == number[1] ? "twice the same number"
                                          : "two numbers");
}
