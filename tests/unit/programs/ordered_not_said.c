// An ordered region in a loop that does not say so: its turn never comes.
// expect: DEADLOCK, threads 2, says for its turn in an ordered region
// expect -DSAID=ordered: PASS, threads 2, outcomes 1
// expect race: DEADLOCK, says for its turn in an ordered region
// expect race -DSAID=ordered: PASS
#ifndef SAID
#define SAID
#endif
int last = -1, wrong;
static void step(int i)
{
#pragma omp ordered
    {
        wrong |= last + 1 != i;
        last = i;
    }
}
int main(void)
{
#pragma omp parallel for SAID
    for (int i = 0; i < 4; i++)
        step(i);
    return wrong;
}
