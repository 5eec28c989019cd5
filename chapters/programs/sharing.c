/* Four ways in which a region can hold a variable. */
#include <stdio.h>

enum { SHOWS = 5 };

int main(void)
{
    int sold[SHOWS] = {10, 20, 30, 40, 50};
    int paid[SHOWS];
    int price = 12, discount = 5, gross, last = 0;

    //> sharing
    #pragma omp parallel for num_threads(4) default(none) \
        shared(sold, paid, price) private(gross)          \
        firstprivate(discount) lastprivate(last)
    for (int i = 0; i < SHOWS; i++) {
        gross = sold[i] * price;
        paid[i] = gross - discount;
        last = paid[i];
    }
    //< sharing
    for (int i = 0; i < SHOWS; i++)
        printf("show %d: %d\n", i, paid[i]);
    printf("the last show took %d\n", last);
}
