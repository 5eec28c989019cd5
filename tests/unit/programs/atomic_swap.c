// Taking a number: capture gives each thread another one.
// expect: PASS, threads 3, outcomes 1
static int ticket, owner[4];

int main(void)
{
#pragma omp parallel num_threads(3)
    {
        int mine;
#pragma omp atomic capture
        {
            mine = ticket;
            ticket = ticket + 1;
        }
        owner[mine]++;
    }
    return owner[0] + owner[1] + owner[2] != 3;
}
