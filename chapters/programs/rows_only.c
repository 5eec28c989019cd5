/* A seat map of three rows: who checks which seat? */
#include <stdio.h>

void work(int units);

enum { ROWS = 3, COLUMNS = 8 };

int main(void)
{
    int checked[ROWS][COLUMNS] = {{0}}, total = 0;

    //> rows
    #pragma omp parallel for num_threads(4) default(none) \
        shared(checked)
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++) {
            work(5);
            checked[row][column] = 1;
        }
    //< rows
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++)
            total += checked[row][column];
    printf("%d seats checked\n", total);
}
