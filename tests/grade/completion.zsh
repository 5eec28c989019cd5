#compdef grade
# zsh completion of grade: commands, options, and the names of the exercises.
_grade() {
    local -a commands exercises
    commands=('hint:hint 1, then 2, then 3' 'replay:a failing schedule again'
        'cores:what four virtual cores did' 'run:on real threads, outcomes counted'
        'reset:the starter again' 'lint:check the exercises themselves')
    exercises=(${GRADE_HOME:-.}/exercises/[0-9][0-9]-*(N:t))
    _arguments -s \
        '--from=[folder of the submissions]:folder:_files -/' \
        '--format=[format of the results]:format:(text json junit)' \
        '--output=[write the results there]:file:_files' \
        '--plain[no colour, no progress]' \
        '--jobs=[exercises graded at once]:number:' \
        '(-n --times)'{-n,--times=}'[how often run runs]:number:' \
        '--help[print the help]' '--version[print the version]' \
        '1: :{_describe command commands; _describe exercise exercises}' \
        '*: :{_describe exercise exercises}'
}
_grade "$@"
