using Microsoft.VisualStudio.TestTools.UnitTesting;

// Most of their time the attacks wait.
[assembly: Parallelize(Workers = 8, Scope = ExecutionScope.MethodLevel)]
