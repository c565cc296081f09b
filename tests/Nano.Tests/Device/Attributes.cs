global using DataRowAttribute = nanoFramework.TestFramework.DataRowAttribute;
global using TestClassAttribute = nanoFramework.TestFramework.TestClassAttribute;
global using TestMethodAttribute = nanoFramework.TestFramework.TestMethodAttribute;
