// expect: RACE, on the hidden state of localtime and gmtime
// gmtime returns the same structure to every caller.
#include <time.h>

int main(void)
{
    int years[2];
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++) {
        time_t at = 100000000 * i;
        years[i] = gmtime(&at)->tm_year;
    }
    return years[0] == years[1];
}
