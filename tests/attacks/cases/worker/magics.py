# tries: asks magics to read, write, run and load
# must: gain nothing
# kind: cells

%run /etc/passwd
%load /etc/passwd
%%writefile /tmp/evil
evil
