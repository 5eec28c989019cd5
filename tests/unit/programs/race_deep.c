// expect race: RACE, on seats
// Regions within regions without end, and a race in all of them: what an access costs
// does not grow with them.
static int seats;

static void deep(int levels)
{
    seats++;
    if (levels == 0)
        return;
    #pragma omp parallel if (0)
    deep(levels - 1);
}

int main(void)
{
    #pragma omp parallel num_threads(2)
    deep(4000);
    return seats > 0;
}
