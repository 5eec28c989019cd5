// The three steps of a booking, and its record; plain accesses are raced on.
// expect -DN=2: RACE, executions 18, schedules 216, outcomes 2, races 5
// expect -DN=3: RACE, executions 1395, schedules 495486, outcomes 3
int seats = 1, booked = 0;
int main(void)
{
#pragma omp parallel num_threads(N)
    {
        if (seats > 0) {
            seats = seats - 1;
            booked = booked + 1;
        }
    }
    return booked;
}
