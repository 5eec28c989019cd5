// Two bit-fields of one word are one object: setting both is a race.
// expect: RACE, threads 2
static struct {
    unsigned a : 4, b : 4;
} flags;

int main(void)
{
#pragma omp parallel sections
    {
#pragma omp section
        flags.a = 1;
#pragma omp section
        flags.b = 2;
    }
    return flags.a > 1;
}
