// Each iteration has its own seed: the same numbers in every schedule.
// expect: PASS, executions 1, outcomes 1
static unsigned draw(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

int main(void)
{
    unsigned drawn[4];
#pragma omp parallel for
    for (unsigned i = 0; i < 4; i++) {
        unsigned seed = i;
        drawn[i] = draw(&seed) % 100;
    }
    return drawn[0] > 99;
}
