// A whole struct is read while one member is written.
// expect: RACE, threads 2
struct show {
    int seats, sold, price;
};

int main(void)
{
    struct show show = {10, 0, 7}, seen = {0};
#pragma omp parallel sections
    {
#pragma omp section
        show.sold = 1;
#pragma omp section
        seen = show;
    }
    return seen.seats > 10;
}
