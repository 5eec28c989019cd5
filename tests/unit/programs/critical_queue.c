// Two queues, one critical each: the idea of the specification's example.
// expect: PASS, threads 2, outcomes 1
static int next_x, next_y, x[4], y[4];

static int take(int *next)
{
    return (*next)++;
}

int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int place;
#pragma omp critical(xaxis)
        place = take(&next_x);
        x[place] = 1;
#pragma omp critical(yaxis)
        place = take(&next_y);
        y[place] = 1;
    }
    return x[0] + x[1] + y[0] + y[1] != 4;
}
