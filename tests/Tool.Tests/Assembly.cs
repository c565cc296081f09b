using Microsoft.VisualStudio.TestTools.UnitTesting;

// Each test runs the tool as a process; two cores are soon busy.
[assembly: DoNotParallelize]
