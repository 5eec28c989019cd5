#compdef interleave
# zsh completion of interleave: commands, the options of each, and files.
_interleave() {
    local -a commands runs answers search
    commands=('race:quickly, is there a data race' 'explore:every schedule that matters'
        'cores:virtual cores, virtual time' 'replay:one schedule again'
        'step:you choose who goes next' 'cc:gcc for programs that run on interleave')
    runs=('(-t --threads)'{-t,--threads=}'[size of a team]:number:'
        '--max-steps=[longest execution]:number:'
        '--lanes=[what a thread is called]:name:' '--letters[A, B in place of 0, 1]'
        '--plain[no colour, ASCII only]'
        '--help[print the help]' '--usage[print the options]' '*: :_files')
    answers=('--format=[format of the answer]:format:(text json sarif)'
        '(-o --output)'{-o,--output=}'[write the answer there]:file:_files'
        '--svg=[draw it there]:file:_files' '--perfetto=[trace events]:file:_files')
    search=('--max-schedules=[give up after so many]:number:')
    if (( CURRENT == 2 )); then
        _alternative 'commands: :{_describe command commands}' \
            'options: :(--help --usage --version)'
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
    race) _arguments -s $runs $answers $search ;;
    explore) _arguments -s $runs $answers $search \
        '(-j --jobs)'{-j,--jobs=}'[processors for the search]:number:' \
        '--engine=[how schedules are searched]:engine:(both dpor states random)' ;;
    cores) _arguments -s $runs $answers '(-c --cores)'{-c,--cores=}'[virtual cores]:number:' ;;
    replay) _arguments -s '--gdb[in the debugger]' '1:id:' $runs $answers ;;
    step) _arguments -s $runs ;;
    cc) _files ;;
    esac
}
_interleave "$@"
