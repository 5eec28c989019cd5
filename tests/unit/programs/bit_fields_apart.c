// A field of width 0 between them puts them in two objects.
// expect: PASS, threads 2, outcomes 1
static struct {
    unsigned a : 4;
    unsigned : 0;
    unsigned b : 4;
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
    return flags.a != 1 || flags.b != 2;
}
