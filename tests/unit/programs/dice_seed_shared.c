// One seed for all is a race.
// expect: RACE, on seed, threads 2
static unsigned seed = 1;

static unsigned draw(void)
{
    seed = seed * 1103515245u + 12345u;
    return seed >> 16 & 0x7fff;
}

int main(void)
{
    unsigned sum = 0;
#pragma omp parallel reduction(+ : sum)
    sum += draw() % 6;
    return sum > 10;
}
