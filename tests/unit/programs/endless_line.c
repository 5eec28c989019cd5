// expect: ENDLESS, says line 6: this loop never ends
int main(void)
{
    volatile int go_on = 1;
    int rounds = 0;
    while (go_on) rounds &= 1;
    return rounds;
}
